// The program: `npm run --silent ownwords -- <command>`.

import { run } from "./run.ts";
import { endWithItsReader } from "./terminal.ts";

endWithItsReader(process, (code) => process.exit(code));
process.exitCode = await run(process.argv.slice(2), process);
