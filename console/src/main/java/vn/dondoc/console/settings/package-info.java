/** What the console must be told before it starts. */
@NullMarked
package vn.dondoc.console.settings;

import org.jspecify.annotations.NullMarked;
