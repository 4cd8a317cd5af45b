import type { Endpoint } from "./endpoint.ts";
import { batchEndpoint } from "./routes/batch.ts";
import { catalogueEndpoints } from "./routes/catalogue.ts";
import { fitEndpoint } from "./routes/fit.ts";
import { calibrateEndpoint, validateEndpoint } from "./routes/measured.ts";
import { metaEndpoints } from "./routes/meta.ts";
import { planEndpoint } from "./routes/plan.ts";
import { planJobEndpoints } from "./routes/plans.ts";
import { scenarioEndpoints } from "./routes/scenario.ts";

/** Every operation of the API. */
export const endpoints: readonly Endpoint[] = [
  ...scenarioEndpoints,
  batchEndpoint,
  planEndpoint,
  ...planJobEndpoints,
  validateEndpoint,
  calibrateEndpoint,
  fitEndpoint,
  ...catalogueEndpoints,
  ...metaEndpoints,
];
