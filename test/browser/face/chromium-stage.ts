import { afterAll, beforeAll, inject } from "vitest";
import { setLook } from "../change-settings.ts";
import type { Face } from "./face.ts";
import { facesOf, pagesOf } from "./faces.ts";
import { MANAGED_FACES } from "./managed-faces.ts";
import { type Stage, setStage } from "./stage.ts";

interface TitledFace extends Face {
  /** Page and state, as in "popup intercepted". */
  readonly title: string;
}

/** Sets a stage in Chromium, in English, for the tests beside which it is called. @returns what gives it while they run. */
export function chromiumStage(): () => Stage {
  let stage: Stage;
  beforeAll(async () => {
    const { folder, chrome } = inject("labBuild");
    stage = await setStage({ name: "chromium", folder, extension: chrome });
    await setLook(stage.browser, { language: "en" });
  });
  afterAll(() => stage?.close());
  return () => stage;
}

/** Every face in the long run; in the short one those of these titles. */
export function facesIn(shortRun: readonly string[]): readonly TitledFace[] {
  return titledFaces().filter(({ title }) => process.env.ROOTWATCH_LONG || shortRun.includes(title));
}

/** The face of this title. @throws Error when there is none. */
export function faceCalled(title: string): Face {
  const face = titledFaces().find((each) => each.title === title);
  if (!face) throw new Error(`there is no ${title}`);
  return face;
}

function titledFaces(): readonly TitledFace[] {
  const faces = [...facesOf(pagesOf(inject("labBuild").chrome)), ...MANAGED_FACES];
  return faces.map((face) => ({ ...face, title: `${face.page} ${face.state}` }));
}
