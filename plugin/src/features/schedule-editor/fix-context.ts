import { createContext, type ReactNode } from "react";
import type { Finding } from "@schedule-manager/shared/model/finding";

/** What stands beside a finding to mend it; without a page around the form nothing does. */
export const FixContext = createContext<(finding: Finding) => ReactNode>(() => null);
