import fc from "fast-check";

// The same examples in every run, so that a red run is about the change in it. FC_SEED=$RANDOM npm run unit looks further.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_121) });
