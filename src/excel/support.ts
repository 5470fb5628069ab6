/**
 * Whether this Excel serves an API set above the manifest's floor (ExcelApi 1.9), such as "1.13".
 * Whatever needs more than the floor asks here first.
 */
export function supports(set: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", set);
}
