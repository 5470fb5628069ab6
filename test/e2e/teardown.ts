import { stopPreview } from "./setup";

export default stopPreview;
