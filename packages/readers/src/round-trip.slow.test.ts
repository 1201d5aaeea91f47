// The same tests with all runs of their properties.
import './round-trip.test.js';
