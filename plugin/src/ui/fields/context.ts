import { createContext, useContext } from "react";

const Disabled = createContext(false);

/** Makes all fields inside read-only. */
export const FieldsDisabled = Disabled.Provider;
export const useFieldsDisabled = (): boolean => useContext(Disabled);
