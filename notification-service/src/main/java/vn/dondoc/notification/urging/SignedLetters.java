package vn.dondoc.notification.urging;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dondoc.platform.file.FileStore;
import vn.dondoc.platform.file.ReceivedFile;
import vn.dondoc.platform.history.Versioned;

/** The signed letters as files. */
@Component
class SignedLetters {

    private final FileStore signedLetters;

    SignedLetters(FileStore signedLetters) {
        this.signedLetters = signedLetters;
    }

    /** Stores a file before what refers to it; where that was refused, or done before, it is taken away again. */
    Versioned<Urging> keeping(ReceivedFile file, Function<String, Versioned<Urging>> change) throws IOException {
        return signedLetters.keeping(file, new Document(), change, (done, stored) -> {
            var issued = done.state().issued();
            return issued != null && issued.file().equals(stored);
        });
    }

    Optional<InputStream> open(Issued issued) {
        return signedLetters.open(issued.file());
    }
}
