package vn.dondoc.contracts.event;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A word of the interfaces: an enum constant written in lower case with hyphens, {@code DUE_SOON} as {@code due-soon}. */
public interface Coded {

    String code();

    static String codeOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of that code, or nothing where no constant has it. */
    static <E extends Enum<E> & Coded> Optional<E> of(Class<E> type, String code) {
        return Stream.of(type.getEnumConstants()).filter(e -> e.code().equals(code)).findFirst();
    }
}
