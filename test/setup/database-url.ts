import { dbRoles, type Process } from "@ownwords/store";

export const testPasswords: Record<Process, string> = {
  intake: "intake",
  staff: "staff",
  redaction: "redaction",
  stage: "stage",
};

export const onDatabase = (url: string, database: string): string => {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.href;
};

export const asProcess = (url: string, process: Process): string => {
  const parsed = new URL(url);
  parsed.username = dbRoles[process];
  parsed.password = testPasswords[process];
  return parsed.href;
};
