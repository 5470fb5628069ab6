/** A file that is part of the program, its content in base64. */
declare module "*.xlsx" {
  const base64: string;
  export default base64;
}
