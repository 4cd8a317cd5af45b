import { scenarioLeaves } from "@wallclock/core";
import type { Plugin } from "rolldown";

const derivation = 'withFlags(walk(scenarioSchema(), ""))';

/**
 * Writes the table of the scenario's fields, which core derives from its schemas, into the bundle as a constant:
 * deriving it takes 12 ms of every start.
 */
export function foldLeaves(): Plugin {
  return {
    name: "fold-leaves",
    transform: {
      filter: { id: /core[\\/]src[\\/]spec[\\/]leaves[\\/]list\.ts$/ },
      handler: (code) => {
        if (!code.includes(derivation)) throw new Error(`leaves/list.ts no longer says ${derivation}`);
        return { code: code.replace(derivation, JSON.stringify(scenarioLeaves())), map: null };
      },
    },
  };
}
