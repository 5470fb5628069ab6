/**
 * Everything the host may fail with, as Excel words it on the wire.
 * Code, message and status are those of the Excel JavaScript API's error table; api classes throw these and nothing else.
 */
export class HostError extends Error {
  constructor(
    /** Stable code that add-ins switch on, such as ItemNotFound. */
    readonly code: string,
    message: string,
    readonly httpStatusCode: number,
  ) {
    super(message);
    this.name = "HostError";
  }
}

export const itemNotFound = (): HostError =>
  new HostError("ItemNotFound", "The requested resource doesn't exist.", 404);

export const itemAlreadyExists = (): HostError =>
  new HostError("ItemAlreadyExists", "The resource being created already exists.", 409);

export const invalidArgument = (detail = "The argument is invalid or missing or has an incorrect format."): HostError =>
  new HostError("InvalidArgument", detail, 400);

export const invalidReference = (): HostError =>
  new HostError("InvalidReference", "This reference is not valid for the current operation.", 400);

export const invalidOperation = (detail = "The operation attempted is invalid on the object."): HostError =>
  new HostError("InvalidOperation", detail, 400);

export const accessDenied = (): HostError =>
  new HostError("AccessDenied", "You cannot perform the requested operation.", 403);

export const cellBeingEdited = (): HostError =>
  new HostError(
    "InvalidOperationInCellEditMode",
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
    400,
  );

export const insertDeleteConflict = (): HostError =>
  new HostError("InsertDeleteConflict", "The insert or delete operation attempted resulted in a conflict.", 409);

/** `member` is Type.member, a method with its brackets: "Range.getSurroundingRegion()". */
export const apiNotFound = (member: string): HostError =>
  new HostError("ApiNotFound", `${member} is not implemented by the host`, 400);

export const generalException = (): HostError =>
  new HostError("GeneralException", "There was an internal error while processing the request.", 500);

/** Of Excel on the web; the length of what was sent or would be answered is beyond `LONGEST_PAYLOAD`. */
export const payloadTooLong = (what: "Request" | "Response"): HostError =>
  new HostError(
    `${what}PayloadSizeLimitExceeded`,
    `The ${what.toLowerCase()} payload size has exceeded the limit. Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".`,
    413,
  );

/** In bytes. */
export const LONGEST_PAYLOAD = 5 * 1024 * 1024;
