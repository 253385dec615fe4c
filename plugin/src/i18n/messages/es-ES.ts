// Separate from `es`, because a language's chunk must not import another's and es-MX extends `es`.
export { messages } from "./es";
