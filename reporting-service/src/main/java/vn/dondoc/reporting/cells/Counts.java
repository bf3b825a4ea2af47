package vn.dondoc.reporting.cells;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** A number for each counter, also a difference of such numbers. Immutable; zeros are not kept, so equal figures are equal. */
public final class Counts {

    public static final Counts NONE = new Counts(new EnumMap<>(Counter.class));

    private final EnumMap<Counter, Long> numbers;

    private Counts(EnumMap<Counter, Long> numbers) {
        this.numbers = numbers;
    }

    /** One each. */
    public static Counts of(Collection<Counter> counted) {
        var numbers = new EnumMap<Counter, Long>(Counter.class);
        counted.forEach(counter -> numbers.put(counter, 1L));
        return new Counts(numbers);
    }

    /** These numbers; counters that are left out are 0. */
    public static Counts of(Map<Counter, Long> given) {
        var numbers = new EnumMap<Counter, Long>(Counter.class);
        given.forEach((counter, number) -> {
            if (number != 0) {
                numbers.put(counter, number);
            }
        });
        return new Counts(numbers);
    }

    public long get(Counter counter) {
        return numbers.getOrDefault(counter, 0L);
    }

    public Counts plus(Counts other) {
        return combined(other, 1);
    }

    public Counts minus(Counts other) {
        return combined(other, -1);
    }

    public boolean isZero() {
        return numbers.isEmpty();
    }

    /** The numbers that are not 0. */
    public void forEach(BiConsumer<Counter, Long> each) {
        numbers.forEach(each);
    }

    private Counts combined(Counts other, int sign) {
        var sum = new EnumMap<>(numbers);
        other.numbers.forEach((counter, number) -> sum.merge(counter, sign * number, (a, b) -> a + b == 0 ? null : a + b));
        return new Counts(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts && numbers.equals(counts.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    @Override
    public String toString() {
        return numbers.toString();
    }
}
