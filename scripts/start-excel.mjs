/**
 * Starts the add-in in desktop Excel: trusts a certificate for https://localhost, serves the add-in and loads manifest.xml into Excel.
 * `npm run start:excel` begins, `npm run start:excel -- stop` takes the add-in out of Excel again.
 */
import { spawnSync } from "node:child_process";

/** Fetched by npx when it is needed: it brings native parts that only Windows and macOS can use. */
const DEBUGGING = "office-addin-debugging@7";

const action = process.argv[2] ?? "start";
if (!["start", "stop"].includes(action)) {
  console.error("用法：npm run start:excel [-- start|stop]");
  process.exit(2);
}
if (process.platform !== "win32" && process.platform !== "darwin") {
  console.error("桌面版 Excel 只有 Windows 版和 Mac 版，本机无法启动。没有 Excel 时请用 npm start 打开预览。");
  process.exit(1);
}

/** Runs npx and leaves with its exit code where it fails. */
function npx(...words) {
  // Windows finds npx.cmd through the shell only; every word is our own.
  const { status, error } = spawnSync(
    ["npx", ...words.map((word) => (word.includes(" ") ? `"${word}"` : word))].join(" "),
    { shell: true, stdio: "inherit" },
  );
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

if (action === "stop") {
  npx("--yes", DEBUGGING, "stop", "manifest.xml", "desktop");
} else {
  npx("office-addin-dev-certs", "install");
  npx(
    "--yes",
    DEBUGGING,
    "start",
    "manifest.xml",
    "desktop",
    "--app",
    "excel",
    "--dev-server",
    "npm run dev-server",
    "--dev-server-port",
    "3000",
  );
}
