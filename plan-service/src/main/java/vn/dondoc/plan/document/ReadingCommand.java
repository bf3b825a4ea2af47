package vn.dondoc.plan.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The command line of a reading process: the reader from our own class path, with little memory. */
final class ReadingCommand {

    private static final String MAIN = "vn.dondoc.reading.Main";
    /** Inside a Boot jar that was not extracted only its launcher finds the libraries. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final Pattern ENDING = Pattern.compile("(?s).*\\.([A-Za-z0-9]{1,8})");

    private ReadingCommand() {}

    static List<String> of(int megabytes, Path temporary, String fileName) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-cp", System.getProperty("java.class.path")));
        if (ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null) {
            command.addAll(List.of("-Dloader.main=" + MAIN, LAUNCHER));
        } else {
            command.add(MAIN);
        }
        command.addAll(List.of("--stdin", plainName(fileName)));
        return command;
    }

    /** The ending alone: other letters may not survive a command line without a locale. */
    private static String plainName(String fileName) {
        var ending = ENDING.matcher(fileName);
        return ending.matches() ? "document." + ending.group(1).toLowerCase(Locale.ROOT) : "document";
    }
}
