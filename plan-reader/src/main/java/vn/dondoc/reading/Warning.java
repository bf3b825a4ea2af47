package vn.dondoc.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A doubt that a person should settle; the sentence is the message of the code with these arguments. */
public record Warning(String code, List<String> arguments, @Nullable Source source) {
}
