import { fail } from "../errors/issue.ts";
import { parseWith } from "../spec/zod/issues.ts";
import { type Calibration, calibrationSchema } from "./calibration.ts";
import { prior, termNames } from "./prior.ts";

/**
 * A calibration from what JSON.parse gave.
 *
 * @param path where it stands in the input, for the issues
 * @throws UserError with every fault; `calibration_foreign` when its numbers are not those of this engine
 * @example
 * parseCalibration(JSON.parse(JSON.stringify(calibration))).device // => "h100-sxm-80gb"
 * parseCalibration({ schema: "wallclock/calibration/1" }) // throws "engine is missing"
 */
export function parseCalibration(input: unknown, path = "calibration"): Calibration {
  return checkSupport(parseWith(calibrationSchema(), input, path), path);
}

/** Shapes that the schema cannot say: a support whose rows are as long as this engine's. */
export function checkSupport(calibration: Calibration, path = "calibration"): Calibration {
  const { support } = calibration;
  const fits =
    support.kind === "line"
      ? calibration.form !== "full" &&
        support.terms.every((term) => Object.hasOwn(calibration.coefficients, term)) &&
        support.unscaledCovariance.length === support.terms.length &&
        support.unscaledCovariance.every((row) => row.length === support.terms.length)
      : calibration.form === "full" &&
        termNames.every((name) => (calibration.coefficients[name]?.value ?? 0) > 0) &&
        support.rows.every(
          ({ sensitivities, features }) =>
            sensitivities.length === termNames.length && features.length === prior.rates.length,
        );
  if (fits) return calibration;
  return fail(
    "calibration_foreign",
    path,
    `the calibration of ${calibration.device} is not one that this engine can read (made by ${calibration.engine})`,
    "make it again: wallclock calibrate",
  );
}
