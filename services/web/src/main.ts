import { createLog, listen, readConfig, run, settings } from "@ownwords/service-kit";
import { createSite } from "./sites.ts";

const config = readConfig({
  host: settings.text("OWNWORDS_HOST", "set it to the address to listen on, 127.0.0.1 behind a proxy on this machine"),
  authorPort: settings.port("OWNWORDS_AUTHOR_PORT"),
  staffPort: settings.port("OWNWORDS_STAFF_PORT"),
  intakeUrl: settings.text("OWNWORDS_INTAKE_URL", "set it to the address of the intake API"),
  staffUrl: settings.text("OWNWORDS_STAFF_URL", "set it to the address of the staff API"),
});

await run(async () => {
  const log = createLog("web");
  const [author, staff] = [
    await createSite("author", config.intakeUrl, log),
    await createSite("staff", config.staffUrl, log),
  ];
  return {
    ports: {
      author: await listen(author, config.host, config.authorPort),
      staff: await listen(staff, config.host, config.staffPort),
    },
    stop: async () => {
      await Promise.all([author.close(), staff.close()]);
    },
  };
});
