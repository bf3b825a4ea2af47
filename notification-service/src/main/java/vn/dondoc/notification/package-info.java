/** Who is told, how, and what became of it; the other services say when. */
@NullMarked
package vn.dondoc.notification;

import org.jspecify.annotations.NullMarked;
