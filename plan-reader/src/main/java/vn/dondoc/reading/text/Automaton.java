package vn.dondoc.reading.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells in one pass over a text whether a pattern can be found in it, and from where on. A table that is filled on the way says where each letter leads; a
 * table that grows too large is given up, and the answer is then that the pattern may be there.
 */
final class Automaton {

    private static final int MOST_STATES = 600;

    /** Where one stands between two letters. */
    private static final class State {

        private final BitSet places;
        private final boolean found;
        private final boolean foundAtEnd;
        private final boolean lost;
        private final @Nullable State[] next;

        State(BitSet places, boolean found, boolean foundAtEnd, boolean lost, int kinds) {
            this.places = places;
            this.found = found;
            this.foundAtEnd = foundAtEnd;
            this.lost = lost;
            this.next = new State[kinds];
        }
    }

    private final PartGraph graph;
    private final byte[] kindOf = new byte[Alphabet.SIZE];
    private final int kinds;
    private final int[] letterOf;
    private final Map<BitSet, State> states = new HashMap<>();
    private final State begin;
    /** Nothing of the pattern stands before. It is no other state with the same places: there something may. */
    private final State anew;
    private final State unknown;

    /** @param anywhere whether the pattern may begin behind the place where a search starts */
    Automaton(PartGraph graph, boolean anywhere) {
        this.graph = graph;
        this.kinds = graph.kinds(kindOf);
        this.letterOf = new int[kinds];
        for (int letter = 0; letter < kindOf.length; letter++) {
            letterOf[kindOf[letter] & 0xFF] = letter;
        }
        this.unknown = new State(new BitSet(), true, true, false, 0);
        this.begin = state(graph.first(true));
        this.anew = made(anywhere ? graph.first(false) : new BitSet());
    }

    /** A place from the given one on before which the pattern begins nowhere; below 0 where it cannot be found at all. */
    int placeIn(String text, int from) {
        State state = begin;
        int place = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (state.found || state.foundAtEnd && endsLine(c)) {
                return place;
            }
            state = next(state, c);
            if (state.lost) {
                return -1;
            }
            if (state == anew) {
                place = i + 1;
            }
        }
        return state.found || state.foundAtEnd ? place : -1;
    }

    /** Whether the pattern may be the whole text. */
    boolean mayBe(String text) {
        State state = begin;
        for (int i = 0; i < text.length(); i++) {
            state = next(state, text.charAt(i));
            if (state.lost || state == unknown) {
                return !state.lost;
            }
        }
        return state.found || state.foundAtEnd;
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private State next(State state, char c) {
        int kind = kindOf[Alphabet.numberOf(c)] & 0xFF;
        State next = state.next[kind];
        return next != null ? next : find(state, kind);
    }

    private synchronized State find(State state, int kind) {
        BitSet places = graph.after(state.places, letterOf[kind]);
        boolean nothingBegun = places.isEmpty();
        places.or(anew.places);
        State next = nothingBegun ? anew : state(places);
        state.next[kind] = next;
        return next;
    }

    private State state(BitSet places) {
        State known = states.get(places);
        if (known != null) {
            return known;
        }
        if (states.size() >= MOST_STATES) {
            return unknown;
        }
        State state = made(places);
        states.put(places, state);
        return state;
    }

    private State made(BitSet places) {
        return new State(places, PartGraph.isFound(places), graph.isFoundAtEnd(places), places.isEmpty(), kinds);
    }
}
