import { createEdgeArrowHeadProgram, createEdgeClampedProgram, createEdgeCompoundProgram, EdgeArrowProgram, NodeCircleProgram, type EdgeRectangleProgram } from 'sigma/rendering';
import { NodeSquareProgram } from '@sigma/node-square';
import { createNodeBorderProgram } from '@sigma/node-border';
import { EdgeCurvedArrowProgram } from '@sigma/edge-curve';

// It leaves room for the arrow's head; the types of its making are not exported, and are those of the plain line.
const Clamped = createEdgeClampedProgram() as unknown as typeof EdgeRectangleProgram;

// A contested tie is told by its pattern: the dashes follow the line, whichever way it runs, and are as long at every zoom. The cosine is
// the same on both sides of the line, where the normal points the other way.
const dashes = `
  vec2 along = normalize(vec2(-v_normal.y, v_normal.x));
  if (cos(dot(gl_FragCoord.xy, along) * 0.55) < -0.2) discard;
`;

class DashedProgram extends Clamped {
  override getDefinition() {
    const definition = super.getDefinition();
    const source = definition.FRAGMENT_SHADER_SOURCE.replace(/gl_FragColor = mix\(/, `${dashes}gl_FragColor = mix(`);
    return { ...definition, FRAGMENT_SHADER_SOURCE: source };
  }
}

/** How each type of actor looks: a disc, a square, a ring. */
export const nodePrograms = {
  Person: NodeCircleProgram,
  Organization: NodeSquareProgram,
  Place: createNodeBorderProgram({ borders: [{ size: { value: 0.35 }, color: { attribute: 'color' } }, { size: { fill: true }, color: { attribute: 'inside' } }] }),
};

/** How ties look: straight, dashed where contested, curved where several tie the same two. */
export const edgePrograms = {
  straight: EdgeArrowProgram,
  dashed: createEdgeCompoundProgram([DashedProgram, createEdgeArrowHeadProgram()]),
  curved: EdgeCurvedArrowProgram,
};
