import type { ComponentChildren } from "preact";

interface Props {
  readonly title: string;
  /** Where it stands in the page: 2 below the headline, 3 inside one of the other hosts. */
  readonly level: 2 | 3;
  /** By which links lead to it, and it can be given the focus. */
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** A part of a page under a heading. */
export function Section({ title, level, id, children }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section class="section" id={id} tabIndex={id === undefined ? undefined : -1}>
      <Heading class="section-title">{title}</Heading>
      {children}
    </section>
  );
}
