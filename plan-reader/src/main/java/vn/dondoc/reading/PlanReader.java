package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.reading.format.Formats;
import vn.dondoc.reading.text.TextDocument;
import vn.dondoc.reading.understanding.Interpreter;

/**
 * Reads a plan document of any office format. It has no state, touches no file and no network, and gives the same
 * reading for the same bytes; limits of time are for the caller to set.
 */
public final class PlanReader {

    /** A reading, or why there is none; never throws for what a file holds. */
    public ReadingResult read(SourceFile file) {
        try {
            Formats.Extracted extracted = Formats.extract(file);
            return new ReadingResult.Read(withTypeWarning(Interpreter.read(extracted.document()), extracted));
        } catch (UnreadableException unreadable) {
            return new ReadingResult.Unreadable(unreadable.code(), unreadable.detail());
        } catch (OutOfMemoryError | StackOverflowError tooLarge) {
            return new ReadingResult.Unreadable(UnreadableCode.TOO_LARGE, tooLarge.getClass().getSimpleName());
        } catch (RuntimeException corrupt) {
            return new ReadingResult.Unreadable(UnreadableCode.FILE_CORRUPT, corrupt.getClass().getSimpleName() + ": " + corrupt.getMessage());
        }
    }

    /** The text of a file as its format gives it, for measuring what understanding costs; throws {@link UnreadableException}. */
    static TextDocument extract(SourceFile file) {
        return Formats.extract(file).document();
    }

    private static Reading withTypeWarning(Reading reading, Formats.Extracted extracted) {
        if (extracted.nameFits()) {
            return reading;
        }
        List<Warning> warnings = new ArrayList<>(reading.warnings());
        warnings.add(new Warning(WarningCode.TYPE_MISMATCH.name(), List.of(extracted.kind()), null));
        return new Reading(reading.document(), reading.legalBases(), reading.targets(), reading.tasks(), reading.reporting(), reading.duties(),
                reading.recipients(), List.copyOf(warnings), reading.recipientDetails(), reading.text());
    }
}
