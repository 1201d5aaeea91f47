import fc from 'fast-check';

// Frozen inputs: a run can be repeated. PROPERTY_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 2016) });
