package vn.dondoc.platform.history;

import java.util.List;

/** What an aggregate answers to a command. */
public sealed interface Decision<S> {

    /** Done: the new state, and at least one fact. */
    record Accepted<S>(S state, List<Fact> facts) implements Decision<S> {
        public Accepted {
            facts = List.copyOf(facts);
            if (facts.isEmpty()) {
                throw new IllegalArgumentException("A change without a fact would leave no trace");
            }
        }
    }

    /** Not done, and why: a rule of the domain. */
    record Refused<S>(Refusal refusal) implements Decision<S> {}

    /** It is so already; nothing to do. */
    record Unchanged<S>() implements Decision<S> {}

    static <S> Decision<S> accept(S state, Fact... facts) {
        return new Accepted<>(state, List.of(facts));
    }

    static <S> Decision<S> refuse(int status, String code, Object... arguments) {
        return new Refused<>(new Refusal(status, code, List.of(arguments)));
    }

    static <S> Decision<S> unchanged() {
        return new Unchanged<>();
    }
}
