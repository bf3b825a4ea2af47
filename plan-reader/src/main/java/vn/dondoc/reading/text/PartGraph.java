package vn.dondoc.reading.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The parts of a pattern as a graph of places, with letters between them. */
final class PartGraph {

    private static final int MOST_PLACES = 20_000;

    /** Where letters lead on to {@code next}, or where one goes on to both without a letter. */
    private record Place(Kind kind, BitSet letters, int next, int other) {
    }

    private enum Kind { LETTERS, FORK, BEGIN, END, FOUND }

    private static final BitSet NONE = new BitSet();

    private final List<Place> places = new ArrayList<>();
    private final int first;

    PartGraph(Part part) {
        places.add(new Place(Kind.FOUND, NONE, 0, 0));
        first = add(part, 0);
    }

    private int add(Place place) {
        if (places.size() >= MOST_PLACES) {
            throw new IllegalArgumentException("A pattern of more than " + MOST_PLACES + " places");
        }
        places.add(place);
        return places.size() - 1;
    }

    /** Answers where the part begins when it goes on to {@code next}. */
    private int add(Part part, int next) {
        return switch (part) {
            case Part.Letters letters -> add(new Place(Kind.LETTERS, letters.numbers(), next, next));
            case Part.Begin() -> add(new Place(Kind.BEGIN, NONE, next, next));
            case Part.End() -> add(new Place(Kind.END, NONE, next, next));
            case Part.Sequence(List<Part> parts) -> {
                int at = next;
                for (Part one : parts.reversed()) {
                    at = add(one, at);
                }
                yield at;
            }
            case Part.Choice(List<Part> parts) -> {
                int at = add(parts.getLast(), next);
                for (int i = parts.size() - 2; i >= 0; i--) {
                    at = add(new Place(Kind.FORK, NONE, add(parts.get(i), next), at));
                }
                yield at;
            }
            case Part.Repeated repeated -> repeated(repeated, next);
        };
    }

    private int repeated(Part.Repeated repeated, int next) {
        int at = next;
        if (repeated.most() < 0) {
            at = add(new Place(Kind.FORK, NONE, next, next));
            int loop = add(repeated.part(), at);
            places.set(at, new Place(Kind.FORK, NONE, loop, next));
        }
        for (int i = Math.max(0, repeated.least()); i < repeated.most(); i++) {
            at = add(new Place(Kind.FORK, NONE, add(repeated.part(), at), next));
        }
        for (int i = 0; i < repeated.least(); i++) {
            at = add(repeated.part(), at);
        }
        return at;
    }

    /** Letters that lead to the same places everywhere get the same number from 0; answers the highest. */
    int kinds(byte[] kindOf) {
        int kinds = 1;
        for (BitSet letters : places.stream().map(Place::letters).distinct().toList()) {
            int[] moved = new int[kinds];
            int[] all = new int[kinds];
            int[] inside = new int[kinds];
            for (int i = 0; i < kindOf.length; i++) {
                all[kindOf[i] & 0xFF]++;
                inside[kindOf[i] & 0xFF] += letters.get(i) ? 1 : 0;
            }
            int before = kinds;
            for (int kind = 0; kind < before; kind++) {
                moved[kind] = inside[kind] == 0 || inside[kind] == all[kind] ? kind : kinds++;
            }
            if (kinds > 255) {
                throw new IllegalArgumentException("A pattern of too many kinds of letters");
            }
            for (int i = letters.nextSetBit(0); i >= 0; i = letters.nextSetBit(i + 1)) {
                kindOf[i] = (byte) moved[kindOf[i] & 0xFF];
            }
        }
        return kinds;
    }

    /** The places where a text may stand before its first letter, or between two letters when the search begins anew there. */
    BitSet first(boolean atBegin) {
        BitSet reached = new BitSet(places.size());
        reach(first, atBegin, false, reached);
        return reached;
    }

    BitSet after(BitSet standing, int letter) {
        BitSet reached = new BitSet(places.size());
        for (int i = standing.nextSetBit(0); i >= 0; i = standing.nextSetBit(i + 1)) {
            if (places.get(i).letters().get(letter)) {
                reach(places.get(i).next(), false, false, reached);
            }
        }
        return reached;
    }

    static boolean isFound(BitSet standing) {
        return standing.get(0);
    }

    boolean isFoundAtEnd(BitSet standing) {
        BitSet reached = new BitSet(places.size());
        for (int i = standing.nextSetBit(0); i >= 0; i = standing.nextSetBit(i + 1)) {
            reach(i, false, true, reached);
        }
        return isFound(reached);
    }

    private void reach(int place, boolean atBegin, boolean atEnd, BitSet reached) {
        int[] open = new int[16];
        int count = 0;
        open[count++] = place;
        while (count > 0) {
            int at = open[--count];
            if (reached.get(at)) {
                continue;
            }
            reached.set(at);
            Place here = places.get(at);
            boolean through = here.kind() == Kind.FORK || here.kind() == Kind.BEGIN && atBegin || here.kind() == Kind.END && atEnd;
            if (through) {
                open = count + 2 > open.length ? Arrays.copyOf(open, open.length * 2) : open;
                open[count++] = here.other();
                open[count++] = here.next();
            }
        }
    }
}
