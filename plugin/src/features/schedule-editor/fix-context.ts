import { createContext, type ReactNode } from "react";
import type { Finding } from "@schedule-manager/shared/model/finding";

/** Renders a finding's fix; a form outside a page has none. */
export const FixContext = createContext<(finding: Finding) => ReactNode>(() => null);
