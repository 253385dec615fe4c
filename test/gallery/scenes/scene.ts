import type { ComponentType } from "react";
import type { AnyAction } from "@reduxjs/toolkit";

export interface Scene {
  readonly name: string;
  readonly Component: ComponentType;
  /** Dispatched before the scene renders. */
  readonly actions?: readonly AnyAction[];
}
