import { createEdgeArrowHeadProgram, createEdgeClampedProgram, createEdgeCompoundProgram, EdgeArrowProgram, NodeCircleProgram, type EdgeRectangleProgram } from 'sigma/rendering';
import { NodeSquareProgram } from '@sigma/node-square';
import { createNodeBorderProgram } from '@sigma/node-border';
import { EdgeCurvedArrowProgram } from '@sigma/edge-curve';

// It leaves room for the arrow's head; the types of its making are not exported, and are those of the plain line.
const Clamped = createEdgeClampedProgram() as unknown as typeof EdgeRectangleProgram;

// A contested tie is told by its pattern: the dashes follow the line, whichever way it runs, and are as long at every zoom. The cosine is
// the same on both sides of a straight line, where the normal points the other way.
const gap = (along: string) => `if (cos(${along} * 0.55) < -0.2) discard;`;
const straightDashes = gap('dot(gl_FragCoord.xy, normalize(vec2(-v_normal.y, v_normal.x)))');
// A bow is measured along its chord; its arrow's head stays whole, and what is picked has no gaps.
const curvedDashes = `
  #ifndef PICKING_MODE
  if (length(gl_FragCoord.xy - v_targetPoint) >= v_targetSize + v_thickness * u_lengthToThicknessRatio) {
    ${gap('dot(gl_FragCoord.xy - v_cpA, normalize(v_cpC - v_cpA))')}
  }
  #endif
`;

/** before puts a piece into a shader in front of a place in it; a shader without that place is one of another release. */
function before(shader: string, place: string, piece: string): string {
  if (!shader.includes(place)) throw new Error(`the shader of ties has no “${place}”`);
  return shader.replace(place, `${piece}${place}`);
}

class DashedProgram extends Clamped {
  override getDefinition() {
    const definition = super.getDefinition();
    return { ...definition, FRAGMENT_SHADER_SOURCE: before(definition.FRAGMENT_SHADER_SOURCE, 'gl_FragColor = mix(', straightDashes) };
  }
}

// Its types leave the definition out, which every program of sigma's has.
const Curved = EdgeCurvedArrowProgram as unknown as typeof EdgeRectangleProgram;

class CurvedDashedProgram extends Curved {
  override getDefinition() {
    const definition = super.getDefinition();
    return { ...definition, FRAGMENT_SHADER_SOURCE: before(definition.FRAGMENT_SHADER_SOURCE, 'float halfThickness', curvedDashes) };
  }
}

/** How each type of actor looks: a disc, a square, a ring. */
export const nodePrograms = {
  Person: NodeCircleProgram,
  Organization: NodeSquareProgram,
  Place: createNodeBorderProgram({ borders: [{ size: { value: 0.35 }, color: { attribute: 'color' } }, { size: { fill: true }, color: { attribute: 'inside' } }] }),
};

/** How ties look: straight, or curved where several tie the same two, and dashed where contested. */
export const edgePrograms = {
  straight: EdgeArrowProgram,
  dashed: createEdgeCompoundProgram([DashedProgram, createEdgeArrowHeadProgram()]),
  curved: EdgeCurvedArrowProgram,
  curvedDashed: CurvedDashedProgram,
};
