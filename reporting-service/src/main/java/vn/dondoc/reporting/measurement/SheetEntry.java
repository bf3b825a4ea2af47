package vn.dondoc.reporting.measurement;

import vn.dondoc.platform.history.Versioned;

/**
 * A row of a workbook beside the target it is about.
 *
 * @param onBehalf the sender does not work in the unit that answers for it
 */
record SheetEntry(SheetLine line, Versioned<Target> found, Target.Reading reading, boolean onBehalf) {

    /** What a figure does to what is known of its period. */
    enum Effect { MEASURES, CORRECTS, NOTHING }

    Target target() {
        return found.state();
    }

    Effect effect() {
        return target().effectOf(reading);
    }
}
