package vn.dondoc.acceptance.faults;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A built state of this project, the jars of whose services are run.
 *
 * @param root the folder of its modules
 */
record Version(Path root) {

    static final Version PRESENT = new Version(Extracted.ROOT);

    /** The other one that takes part, with {@code -Ddondoc.beside=FOLDER}. */
    static Optional<Version> beside() {
        return Optional.ofNullable(System.getProperty("dondoc.beside")).map(folder -> new Version(Path.of(folder).toAbsolutePath().normalize()));
    }

    /** The one that everything runs before any upgrade. */
    static Version first() {
        return beside().orElse(PRESENT);
    }

    Path jar(String service) {
        return root.resolve(service).resolve("target").resolve(service + ".jar");
    }
}
