/** The file of a task for those who inspect it, as of a day. */
@NullMarked
package vn.dondoc.task.dossier;

import org.jspecify.annotations.NullMarked;
