export { createStaff, type StaffNeeds } from "./staff.ts";
