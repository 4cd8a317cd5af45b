export { type HuggingFaceImport, huggingFaceModelTypes, importHuggingFace } from "./import-hugging-face.ts";
