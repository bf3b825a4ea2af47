package vn.dondoc.samples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Writes every sample document for a day into a folder: {@code --day 2026-11-20 --out DIR}. */
public final class Main {

    private static final String USAGE = "usage: --day YYYY-MM-DD --out DIR";

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** Prints the path of each document; 2 says that the arguments make no sense, 1 that a file could not be written. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        var day = option(arguments, "--day");
        var folder = option(arguments, "--out");
        if (arguments.length != 4 || day == null || folder == null) {
            err.println(USAGE);
            return 2;
        }
        try {
            write(LocalDate.parse(day), Path.of(folder), out);
            return 0;
        } catch (DateTimeParseException unreadable) {
            err.println("not a day: " + day + "; " + USAGE);
            return 2;
        } catch (IOException fault) {
            err.println("cannot write to " + folder + ": " + fault.getMessage());
            return 1;
        }
    }

    private static void write(LocalDate day, Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        for (var sample : SampleDocument.values()) {
            var file = folder.resolve(sample.fileName());
            Files.write(file, sample.render(day));
            out.println(file);
        }
    }

    private static @Nullable String option(String[] arguments, String name) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        return null;
    }
}
