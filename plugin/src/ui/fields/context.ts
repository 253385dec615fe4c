import { createContext, useContext } from "react";

const Disabled = createContext(false);

/** Around a form: whether its fields are only to be looked at. */
export const FieldsDisabled = Disabled.Provider;
export const useFieldsDisabled = (): boolean => useContext(Disabled);
