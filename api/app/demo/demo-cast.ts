import type { Orm } from "../../platform/database.ts";
import type { Composed } from "../compose.ts";
import { sandboxCast } from "../sandbox-cast.ts";
import type { Cast } from "../sign-ins.ts";

export const demoCast = (_composed: Composed, orm: Orm): Promise<Cast> => sandboxCast(orm);
