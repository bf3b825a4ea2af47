package vn.dondoc.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The reader as a program: {@code FILE…} prints one JSON object a line; {@code --stdin NAME} reads one file from
 * standard input and prints its reading or its error. Exit status 1 when a file was unreadable, 2 for wrong use.
 */
public final class Main {

    private static final int LARGEST = 40 * 1024 * 1024;

    private final PlanReader reader = new PlanReader();
    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        // The office formats log through an interface without a provider here; what they say goes into the result
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = new Main(out, err).run(arguments, System.in);
        out.flush();
        System.exit(status);
    }

    int run(String[] arguments, InputStream in) throws IOException {
        if (arguments.length == 0) {
            err.println("usage: FILE… | --stdin NAME");
            return 2;
        }
        if (arguments[0].equals("--stdin")) {
            return readStandardInput(arguments.length > 1 ? arguments[1] : "", in);
        }
        int status = 0;
        for (String name : arguments) {
            status = Math.max(status, readFile(Path.of(name)));
        }
        return status;
    }

    private int readStandardInput(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        ReadingResult result = bytes.length > LARGEST
                ? new ReadingResult.Unreadable(UnreadableCode.TOO_LARGE, "more than " + LARGEST + " bytes")
                : reader.read(new SourceFile(name, bytes));
        return switch (result) {
            case ReadingResult.Read(Reading reading) -> {
                out.println(ReadingJson.write(reading));
                yield 0;
            }
            case ReadingResult.Unreadable(UnreadableCode code, String detail) -> {
                out.println(ReadingJson.error(code, detail));
                yield 1;
            }
        };
    }

    private int readFile(Path file) {
        if (!Files.isRegularFile(file)) {
            err.println(file + ": không có tệp này / no such file");
            return 1;
        }
        try {
            if (Files.size(file) > LARGEST) {
                return unreadable(file, UnreadableCode.TOO_LARGE, Files.size(file) + " bytes");
            }
            return switch (reader.read(new SourceFile(file.getFileName().toString(), Files.readAllBytes(file)))) {
                case ReadingResult.Read(Reading reading) -> {
                    out.println(ReadingJson.line(file.toString(), reading));
                    yield 0;
                }
                case ReadingResult.Unreadable(UnreadableCode code, String detail) -> unreadable(file, code, detail);
            };
        } catch (IOException unavailable) {
            err.println(file + ": " + unavailable.getMessage());
            return 1;
        }
    }

    private int unreadable(Path file, UnreadableCode code, String detail) {
        err.println(file + ": " + ReadingMessages.of(code, Locale.of("vi")) + " [" + code + ": " + detail + "]");
        return 1;
    }
}
