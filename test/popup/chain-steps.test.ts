import { expect, test } from "vitest";
import { chainSteps } from "../../extension/components/chain-steps.ts";
import type { Assessment, Finding } from "../../src/detection/assessment.ts";
import { summary } from "./certificate.ts";

const leaf = summary({ sha256: "01", subject: "CN=leaf", issuer: "CN=middle" });
const middle = summary({ sha256: "02", subject: "CN=middle", issuer: "CN=root" });
const root = summary({ sha256: "03", subject: "CN=root", issuer: "CN=root" });

function assessment(fields: Partial<Assessment>): Assessment {
  return {
    kind: "connection",
    verdict: "nothing-found",
    authority: null,
    certificates: [],
    links: [],
    path: [],
    root: null,
    findings: [],
    ...fields,
  };
}

test("the verified path is drawn first, whatever order the certificates came in", () => {
  const { steps, complete } = chainSteps(
    assessment({
      certificates: [leaf, root, middle],
      path: [0, 2, 1],
      links: [
        { child: 0, issuer: 2, signature: "valid" },
        { child: 2, issuer: 1, signature: "valid" },
      ],
    }),
    "browser-built",
  );
  expect(steps.map(({ certificate }) => certificate)).toEqual([leaf, middle, root]);
  expect(steps.map(({ position }) => position)).toEqual(["leaf", "intermediate", "root"]);
  expect(steps.map(({ link }) => link)).toEqual(["valid", "valid", null]);
  expect(complete).toBe(true);
});

test("a link that is broken, could not be checked or is not there is drawn as what it is", () => {
  const links = (signature: "invalid" | "not-checkable") => [{ child: 0, issuer: 1, signature }];
  const drawn = (fields: Partial<Assessment>) =>
    chainSteps(assessment({ certificates: [leaf, middle], path: [0], ...fields }), "sent").steps[0]?.link;
  expect(drawn({ links: links("invalid") })).toBe("invalid");
  expect(drawn({ links: links("not-checkable") })).toBe("not-checkable");
  expect(drawn({})).toBe("none");
});

test("a chain whose root was not given is not drawn as complete", () => {
  const alone = assessment({ certificates: [leaf], path: [0] });
  expect(chainSteps(alone, "leaf-only").complete).toBe(false);
  expect(chainSteps(assessment({ certificates: [leaf, middle], path: [0] }), "sent").complete).toBe(false);
  expect(chainSteps(assessment({ certificates: [root], path: [0] }), "sent").complete).toBe(true);
});

test("only the certificate that matched the list is marked", () => {
  const finding: Finding = {
    rule: "listed-authority",
    verdict: "intercepted",
    strength: "proof",
    authority: "some-authority",
    role: "interception",
    match: "public-key",
    key: "",
    certificate: 1,
    reason: "listed-key",
    details: [],
  };
  const { steps } = chainSteps(
    assessment({ certificates: [leaf, root], path: [0, 1], findings: [finding] }),
    "browser-built",
  );
  expect(steps.map(({ match }) => match)).toEqual([null, "public-key"]);
  expect(steps.map(({ verdict }) => verdict)).toEqual([null, "intercepted"]);
});
