import { associateAll } from "./associate";

associateAll();
