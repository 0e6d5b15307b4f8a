/** What the console and its people may ask for over HTTP, and who may ask for it. */
@NullMarked
package dev.siyu.web;

import org.jspecify.annotations.NullMarked;
