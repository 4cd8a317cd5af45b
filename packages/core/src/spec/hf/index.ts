export { huggingFaceModelTypes, importHuggingFace } from "./import-hugging-face.ts";
