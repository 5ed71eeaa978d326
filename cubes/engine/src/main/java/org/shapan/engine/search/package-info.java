/** How a text is found by what people type: parts of it, and pinyin for Chinese. Knows no cube. */
package org.shapan.engine.search;
