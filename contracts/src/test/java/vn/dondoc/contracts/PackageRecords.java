package vn.dondoc.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every record of a package, found where it was compiled to. */
public final class PackageRecords {

    private PackageRecords() {}

    /** The records beside that class, nested ones too, and choices between records. */
    public static List<Class<?>> beside(Class<?> neighbour) {
        try {
            var root = Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
            var folder = root.resolve(neighbour.getPackageName().replace('.', '/'));
            var found = new ArrayList<Class<?>>();
            try (var files = Files.list(folder)) {
                for (var file : files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".class")).sorted().toList()) {
                    var type = Class.forName(neighbour.getPackageName() + "." + file.substring(0, file.length() - ".class".length()));
                    if (type.isRecord() || type.isAnnotationPresent(JsonTypeInfo.class)) {
                        found.add(type);
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
