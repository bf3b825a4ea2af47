package vn.dondoc.reading.text;

import java.util.BitSet;
import java.util.List;

/** A pattern taken apart, without what only narrows it: lookarounds and counts above a few. */
sealed interface Part {

    record Letters(BitSet numbers) implements Part {
    }

    record Sequence(List<Part> parts) implements Part {
    }

    record Choice(List<Part> parts) implements Part {
    }

    /** At least so many times; {@code most} below 0 is without limit. */
    record Repeated(Part part, int least, int most) implements Part {
    }

    record Begin() implements Part {
    }

    record End() implements Part {
    }

    Part NOTHING = new Sequence(List.of());
}
